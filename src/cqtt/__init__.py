"""Báo cáo “Chính quyền thân thiện”: from one YAML file per commune to the official .docx."""

__version__ = "0.1.0"
