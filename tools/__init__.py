"""What the Makefile needs: setting up, the cap on file length, and the generated pages."""
