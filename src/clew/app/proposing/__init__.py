"""Files before they are imported: what each is taken for, samples of them, and the import that was confirmed."""
