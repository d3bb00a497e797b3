"""The endpoints: one file for each noun, found by looking into this folder."""
