"""Opens a file that was found as a table of text columns, whatever its format."""

from __future__ import annotations

from clew.channels.reading.contract import InputFile, Limits, RawTable, Reading


def open_table(
    file: InputFile,
    reading: Reading = Reading(),  # noqa: B008 - frozen, hence safe to share
    limits: Limits = Limits(),  # noqa: B008
) -> RawTable:
    """Open ``file``; its beginning is read to name the columns. Raises InputError when it can't be read as a whole."""
    match file.format:
        case "csv" | "tsv":
            from clew.channels.reading.delimited import DelimitedTable

            return DelimitedTable(file, reading, limits)
        case "jsonl":
            from clew.channels.reading.json_lines import JsonLinesTable

            return JsonLinesTable(file, reading, limits)
        case "json":
            from clew.channels.reading.json_document import JsonDocumentTable

            return JsonDocumentTable(file, reading, limits)
        case "parquet":
            from clew.channels.reading.parquet import ParquetTable

            return ParquetTable(file)
        case "excel":
            from clew.channels.reading.excel import ExcelTable

            return ExcelTable(file)
        case "xes":
            from clew.channels.reading.xes import XesTable

            return XesTable(file, limits)
        case "mbox" | "eml":
            from clew.channels.reading.mail import MailTable

            return MailTable(file, limits)
