"""The reports that the program can make: one package each, of the name that ``don_vi.yaml`` chooses it by.

A package holds everything that names a field of its report, and gives it to the engine as one value, ``REPORT``
(``models.report_type.ReportType``). The engine imports no report; it finds the one that is asked for by its name.
"""
