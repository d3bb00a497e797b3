"""The kinds of job: one file each, found by looking into this folder."""
