#!/usr/bin/env python3
"""Prints the key of a Jalon coffre, in hexadecimal: the way out when Jalon is no longer there.

    python3 cle_du_coffre.py DOSSIER              asks for the passphrase
    python3 cle_du_coffre.py DOSSIER --secours    asks for the recovery code

Needs nothing of Jalon: Python 3 and its `cryptography` package (Debian: python3-cryptography). See coffre.md, beside.
"""

import base64
import getpass
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def lire_secret(genre: str) -> bytes:
    question = "Phrase de passe : " if genre == "phrase" else "Code de secours : "
    saisi = getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    texte = unicodedata.normalize("NFKC", saisi).strip()
    if genre == "secours":
        texte = re.sub(r"[\s\u2010-\u2015-]", "", texte.upper()).replace("O", "0").replace("I", "1").replace("L", "1")
    return texte.encode()


def cle_du_coffre(dossier: str, genre: str, secret: bytes) -> bytes:
    entete = json.loads((pathlib.Path(dossier) / "coffre.json").read_text("utf-8"))
    scelle = {nom: base64.b64decode(valeur) for nom, valeur in entete["enveloppes"][genre].items()}
    kdf = entete["kdf"]
    derivee = hashlib.scrypt(
        secret, salt=scelle["sel"], n=kdf["N"], r=kdf["r"], p=kdf["p"], dklen=32, maxmem=256 * kdf["N"] * kdf["r"]
    )
    lien = f"jalon-coffre/1\n{entete['id']}\n{genre}".encode()
    return AESGCM(derivee).decrypt(scelle["nonce"], scelle["chiffre"] + scelle["sceau"], lien)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    genre = "secours" if "--secours" in sys.argv[2:] else "phrase"
    try:
        print(cle_du_coffre(sys.argv[1], genre, lire_secret(genre)).hex())
    except InvalidTag:
        sys.exit("Ce secret n’ouvre pas ce coffre.")
