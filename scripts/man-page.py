#!/usr/bin/env python3
"""man-page.py PROGRAM VERSION: the manual page qianmo(1), made of what the program says of its own commands."""
import json
import subprocess
import sys

program, version = sys.argv[1:3]
said = json.loads(subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout)


def quoted(text):
    return (text or "").replace("\\", "\\\\").replace("\n.", "\n\\&.").replace("-", "\\-")


def name_of(argument):
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    value = argument.get("valueName", "value")
    if not names:
        return f"<{value}>"
    return ", ".join(names) + (f" <{value}>" if argument["kind"] == "option" else "")


def write(command, path):
    for sub in command.get("subcommands", []):
        if sub["commandName"] == "help":
            continue
        here = path + [sub["commandName"]]
        print(f".SS {quoted(' '.join(here))}\n{quoted(sub.get('abstract'))}")
        for argument in sub.get("arguments", []):
            if argument.get("shouldDisplay", True) and argument.get("valueName") != "help":
                print(f".TP\n.B {quoted(name_of(argument))}\n{quoted(argument.get('abstract')) or chr(92) + '&'}")
        write(sub, here)


top = said["command"]
print(f'.TH QIANMO 1 "" "qianmo {version}" "Qianmo"')
print(f".SH NAME\nqianmo \\- {quoted(top['abstract'].rstrip('.'))}")
print(".SH SYNOPSIS\n.B qianmo\n.I command\n[options]\n.SH COMMANDS")
write(top, [])
print(".SH FILES\n.TP\n.I /var/lib/qianmo\nThe store and the keys.\n.TP\n.I /etc/default/qianmo\nThe address of the house and options of the server.")
print(".SH SEE ALSO\n.I /usr/share/doc/qianmo/operating.md")
