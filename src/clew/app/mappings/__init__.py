"""Mappings as a form shows them: drafts of saved ones, and what a change would do to rows at hand."""
