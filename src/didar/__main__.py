"""`python -m didar`: the same as the command `didar`."""

from didar.cli import main

main()
