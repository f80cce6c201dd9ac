"""How the course writes numbers: thousands separated, a real minus sign, no exponent."""

import math
import re

MINUS = "−"
# A hyphen that stands for a minus: before a digit, and neither in a word nor between two numbers.
_HYPHEN = re.compile(r"(?<![\w)\]–-])-(?=\$?\.?\d)")


def number(value, digits=0):
    """12,345 or −0.5: `value` with `digits` decimals; a zero has no sign."""
    text = f"{abs(value):,.{digits}f}"
    negative = value < 0 and any(each not in "0.," for each in text)
    return f"{MINUS if negative else ''}{text}"


def money(value, digits=0):
    """$1,234 or −$1,234."""
    text = number(value, digits)
    return f"{MINUS}${text[1:]}" if text.startswith(MINUS) else f"${text}"


def percent(share, digits=0):
    """25% from 0.25."""
    return f"{number(100 * share, digits)}%"


def signed(value, write=number, **how):
    """`value` as `write` writes it, with a plus in front of what is more than zero."""
    text = write(value, **how)
    return f"+{text}" if value > 0 and any(each in "123456789" for each in text) else text


def amount(value):
    """An amount of any size as a person writes it: 11,310 and 4.52 and −0.013."""
    if not value:
        return "0"
    digits = 0 if abs(value) >= 1000 else max(0, 2 - int(math.log10(max(abs(value), 0.01))))
    return number(value, min(digits, 4))


def counted(count, thing):
    """1 row, 1,200 rows."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def with_minus(text):
    """A sentence in which each hyphen that stands for a minus is one; `code` stays as it is."""
    parts = text.split("`")
    return "`".join(
        part if place % 2 else _HYPHEN.sub(MINUS, part) for place, part in enumerate(parts)
    )


def short_of(value, bar, digits):
    """`value` with `digits` decimals, rounded down where rounding would lift it to `bar`, which it
    does not reach.
    """
    text = f"{value:.{digits}f}"
    return f"{bar - 10**-digits:.{digits}f}" if value < bar <= float(text) else text
