"""The folder for Windows, made on any system: Python, the locked packages and ``cqtt.exe``; see ``__main__``."""
