"""The checks of the data quality report: one file each."""
