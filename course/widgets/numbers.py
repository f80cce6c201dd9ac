"""How widgets write numbers: thousands separated, a real minus sign, never an exponent."""

MINUS = "−"


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
