#!/usr/bin/env python3
"""Turns the specification's vectors of suite 1 into lines that replay.c reads: one word says what, the rest are its values.

Usage: vectors.py DIRECTORY. Needs Python 3 and nothing else.
"""
import json
import sys

TRIGGERS = ["list", "widget", "display", "automatic"]


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def number(field, value):
    return varint(field << 3) + varint(value)


def octets(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def policy(policy, limits):
    out = b"".join(octets(1, name.encode()) for name in policy["transports"])
    out += number(2, sum(1 << TRIGGERS.index(name) for name in policy["triggers"]))
    out += number(3, policy["personVerification"] == "required")
    out += number(4, policy["maxAnswerTimeMillis"])
    out += number(6, limits.get("coldAfterUses", 200))
    out += number(7, limits.get("coldAfterSeconds", 30 * 86400))
    out += number(8, policy["staleSeconds"])
    if "clockLagSeconds" in policy:
        out += number(9, policy["clockLagSeconds"])
    return out + number(10, policy.get("allowWithoutClock", False))


DOOR = octets(1, b"Door") + number(2, 10) + number(3, 40) + number(6, 5) + octets(7, b"H10301")


def content(file, reader):
    """A ReaderContentBody that says what a vector says of its reader."""
    identity = file["readers"][reader["identity"]]
    project = file["projects"][identity["project"]]
    key = next(k["key"] for k in project["projectKeys"] if k["epoch"] == reader["keyEpoch"])
    out = octets(1, bytes.fromhex(project["root"]))
    for issuing in project["issuingKeys"]:
        out += octets(2, bytes.fromhex(issuing["signed"]))
    out += octets(3, bytes.fromhex(identity["certificate"]))
    out += number(4, reader["keyEpoch"]) + octets(5, bytes.fromhex(key))
    for name in reader["directory"]:
        out += octets(7, bytes.fromhex(file["credentials"][name]["signed"]))
    return out + octets(8, policy(reader["policy"], reader.get("limits", {}))) + octets(9, DOOR)


def outcome(expected):
    if "send" in expected:
        return "send " + expected["send"]
    if "end" in expected:
        return "end " + expected["end"]
    if "decided" in expected:
        d = expected["decided"]
        return "decided %s %s %d %d %s %d" % (
            d["outcome"], d["path"], d["serial"], d["accessNumber"], d["intent"], d["answerTimeMillis"])
    return "installed" if expected["installed"] else "left"


def taps(file):
    for vector in file["vectors"]:
        reader = vector["reader"]
        identity = file["readers"][reader["identity"]]
        limits = reader.get("limits", {})
        channels = {c["id"]: c for c in vector["channels"]}
        print("tap", vector["id"])
        print("keys", identity["dhPrivateKey"], identity["signingPrivateKey"])
        print("content", content(file, reader).hex())
        print("site-rule", reader.get("siteRule", "allow"))
        print("at", vector["start"])
        print("begin", reader["stateEpoch"], limits.get("failedColdBurst", 32), limits.get("resumptions", 64))
        if reader.get("list"):
            print("enforce", file["lists"][reader["list"]]["signed"])
        for event in vector["script"]:
            if event["side"] != "reader":
                continue
            print("at", event["at"])
            kind = event["event"]
            if kind == "open":
                c = channels[event["channel"]]
                print("open", c["id"], c["transport"], c["nonce"], c["readerEphemeral"])
            elif kind == "receive":
                print("receive", event["channel"], event["message"] or "-")
            elif kind == "disconnected":
                print("disconnected", event["channel"])
            elif kind == "install":
                print("install", file["lists"][event["list"]]["signed"])
            elif kind == "restart":
                print("begin", event["stateEpoch"], limits.get("failedColdBurst", 32), limits.get("resumptions", 64))
            for expected in event["expect"]:
                print("expect", outcome(expected))
            print("compare")


def artefacts(file):
    for vector in file["vectors"]:
        identity = file["readers"][vector["reader"]]
        print("artefact", vector["id"])
        print("keys", identity["dhPrivateKey"], identity["signingPrivateKey"])
        if "accepted" in vector:
            print("accepted", vector["accepted"])
        print("take", vector["octets"] or "-")
        print("expect", vector["expect"], *[vector["revision"]] if "revision" in vector else [])
        print("compare")


def statements(file):
    site = file["projects"]["site"]
    for vector in file["vectors"]:
        if vector["statement"] in ("list-head", "receipt"):
            continue  # couriers' and a reader's own; this reader reads none
        print("statement", vector["id"])
        print("root", site["root"])
        if vector["statement"] != "root":
            for key in site["issuingKeys"]:
                print("issuing", key["signed"])
        print("verify", vector["statement"], vector["now"], vector.get("minimumIssuingEpoch", 1), vector["octets"] or "-")
        print("expect", "verified" if vector["expect"] == "verified" else "refused")
        print("compare")


def serials(file):
    for vector in file["vectors"]:
        print("serials", vector["id"])
        print("read", vector["base"], vector["coding"], vector["octets"] or "-")
        if vector["expect"] == "read":
            for first, last in vector["runs"]:
                print("revoked", first, last)
        print("expect", vector["expect"])
        print("compare")


def lists(file):
    """Lists that are long enough for chunks, and what deltas give."""
    for vector in file["vectors"]:
        if vector["expect"] not in ("vouched", "applied"):
            continue
        print("list", vector["id"])
        print("root", file["projects"]["site"]["root"])
        for key in file["projects"]["site"]["issuingKeys"]:
            print("issuing", key["signed"])
        octets = vector["list"] if "list" in vector else file["lists"][vector["result"]]["signed"]
        print("verify revocation-list 1767225600 1", octets)
        print("expect verified")
        print("compare")


def main(directory):
    def load(name):
        with open(directory + "/" + name, encoding="utf-8") as file:
            return json.load(file)

    taps(load("tap-x25519.json"))
    taps(load("malformed-x25519.json"))
    artefacts(load("reader-artefact-x25519.json"))
    statements(load("statements-x25519.json"))
    serials(load("serials.json"))
    lists(load("revocation-x25519.json"))


if __name__ == "__main__":
    main(sys.argv[1])
