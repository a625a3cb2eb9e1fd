"""Reports of Vietnamese authorities: from one YAML file per unit to the official .docx."""

__version__ = "0.1.0"
