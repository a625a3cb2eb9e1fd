"""``python -m cqtt``."""

from cqtt.cli.main import main

main()
