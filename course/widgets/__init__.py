"""What all widgets share: the frame (`frame`), pictures (`chart`) and how numbers are written
(`numbers`).
"""
