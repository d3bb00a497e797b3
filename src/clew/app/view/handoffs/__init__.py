"""Who hands over to whom: the matrix, one of its pairs looked at closely, and the words that name its cells."""
