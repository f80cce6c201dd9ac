"""What a quarter leaves behind: one module a kind of record, one function a table.

Every function takes a `Quarter` and gives the raw columns of the table that is named like it;
`course.market.tables` gives them their types, and tables.toml describes them.
"""
