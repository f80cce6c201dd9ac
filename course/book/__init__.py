"""The course as a book: a static site made from what learners get, for those who only read.

It reads the released lessons (never source/), runs them where no answers are, and makes every other
page from the file that the tests hold. It needs the packages of the extra `book`.
"""
