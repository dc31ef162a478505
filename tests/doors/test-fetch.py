# SPDX-FileCopyrightText: 2026 Serres Lez'Arts
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad servers: whatever they say, a reply is whole and readable or it is none; soon, in little memory, with words."""
import gzip
import os
import socket
import struct
import subprocess
import sys
import threading
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

DOOR = os.environ['TRH_FETCH']
DEADLINE_MS = 1500
MOST_S = 20 # of waiting for the door itself, on a machine that does other things too
MOST_KB = 150000

OK, NO = 0, 1
JSON = b'{"a": [1, 2]}'


def png(width, height, rows=None):
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
    pixels = zlib.compress(b''.join(b'\0' + bytes(width) for _ in range(rows or height)))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) +
            chunk(b'IDAT', pixels) + chunk(b'IEND', b''))


def reply(body, *headers, status='200 OK', length=None):
    head = [f'HTTP/1.1 {status}', *headers]
    if length is not False:
        head.append(f'Content-Length: {len(body) if length is None else length}')
    return '\r\n'.join(head).encode() + b'\r\n\r\n' + body


def chunks(*pieces, end=b'0\r\n\r\n'):
    return reply(b''.join(b'%x\r\n%s\r\n' % (len(piece), piece) for piece in pieces) + end,
                 'Transfer-Encoding: chunked', length=False)


def bomb(megabytes):
    """Spaces, compressed, without holding them: the memory of this program counts for its children."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b''.join([pack.compress(b' ' * (1 << 20)) for _ in range(megabytes)] + [pack.flush()])


def endless(connection):
    connection.sendall(b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n')
    while True:
        connection.sendall(b' ' * 65536)


def endless_head(connection):
    connection.sendall(b'HTTP/1.1 200 OK\r\n')
    while True:
        connection.sendall(b'X-Again: ' + b'y' * 1000 + b'\r\n')


def drop_by_drop(connection):
    connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n')
    while True:
        connection.sendall(b' ')
        threading.Event().wait(0.05)


def silent(connection):
    connection.recv(1) # until the other end gives up


PNG = png(256, 256)
# (what it is, kind, what the server says, verdict)
SERVERS = (
    ('whole', 'json', reply(JSON), OK),
    ('in pieces', 'json', chunks(b'{"a": ', b'[1, 2]}'), OK),
    ('compressed', 'json', reply(gzip.compress(JSON), 'Content-Encoding: gzip'), OK),
    ('until the end of the connection', 'json', reply(JSON, 'Connection: close', length=False), OK),
    ('cut', 'json', reply(JSON, length=50), NO),
    ('cut where it could end', 'json', reply(b'{}', length=50), NO),
    ('cut without a length', 'json', reply(JSON[:-1], 'Connection: close', length=False), NO),
    ('cut between pieces', 'json', chunks(b'{"a": ', end=b''), NO),
    ('a piece without a size', 'json', chunks(b'{"a": ', end=b'zz\r\n1]}\r\n0\r\n\r\n'), NO),
    ('a piece of negative size', 'json', reply(b'-5\r\nabc\r\n', 'Transfer-Encoding: chunked', length=False), NO),
    ('empty', 'json', reply(b''), NO),
    ('nothing', 'json', b'', NO),
    ('no HTTP', 'json', b'SSH-2.0-OpenSSH_9.2\r\n', NO),
    ('half a head', 'json', b'HTTP/1.1 200 OK\r\nContent-Le', NO),
    ('a page', 'json', reply(b'<!DOCTYPE html><title>Please log in</title>', 'Content-Type: text/html'), NO),
    ('two documents', 'json', reply(JSON + JSON), NO),
    ('one member twice', 'json', reply(b'{"a": 1, "a": 2}'), NO),
    ('deep', 'json', reply(b'[' * 100000), NO),
    ('infinite', 'json', reply(b'[1e999]'), NO),
    ('not UTF-8', 'json', reply(b'["\xe9"]'), NO),
    ('compressed badly', 'json', reply(b'\x1f\x8b\x08\0garbage', 'Content-Encoding: gzip'), NO),
    ('compressed and cut', 'json', reply(gzip.compress(b'[' + b'1, ' * 10000 + b'1]')[:-20], 'Content-Encoding: gzip'), NO),
    ('a bomb', 'json', reply(bomb(300), 'Content-Encoding: gzip'), NO),
    ('too large', 'json', reply(b'[' + b' ' * (5 << 20) + b']'), NO),
    ('a length beyond reason', 'json', reply(JSON, length=1 << 62), NO),
    ('a negative length', 'json', reply(JSON, length=-5), NO),
    ('endless', 'json', endless, NO),
    ('an endless head', 'json', endless_head, NO),
    ('drop by drop', 'json', drop_by_drop, NO),
    ('silent', 'json', silent, NO),
    ('not found', 'json', reply(JSON, status='404 Not Found'), NO),
    ('not allowed', 'json', reply(JSON, 'WWW-Authenticate: Basic realm="x"', status='401 Unauthorized'), NO),
    ('too many requests', 'json', reply(JSON, 'Retry-After: 100000', status='429 Too Many Requests'), NO),
    ('broken', 'json', reply(JSON, status='500 Oh'), NO),
    ('not changed, unasked', 'json', reply(b'', status='304 Not Modified', length=False), NO),
    ('in circles', 'json', reply(b'', 'Location: /again', status='302 Found'), NO),
    ('to a file', 'json', reply(b'', 'Location: file:///etc/passwd', status='302 Found'), NO),
    ('to nowhere', 'json', reply(b'', status='302 Found'), NO),
    ('a tile', 'tile', reply(PNG, 'Content-Type: image/png'), OK),
    ('half a tile', 'tile', reply(PNG[:len(PNG) // 2]), NO),
    ('a tile without its end', 'tile', reply(PNG[:-12]), NO),
    ('a tile with fewer rows', 'tile', reply(png(256, 256, rows=3)), NO),
    ('a page for a tile', 'tile', reply(b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'Content-Type: image/png'), NO),
    ('a bomb for a tile', 'tile', reply(png(20000, 20000, rows=1)), NO),
)


class Server:
    """Answers every request on 127.0.0.1 in one way."""

    def __init__(self, says):
        self.says = says
        self.socket = socket.create_server(('127.0.0.1', 0))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        with connection:
            try:
                head = b''
                while b'\r\n\r\n' not in head:
                    more = connection.recv(65536)
                    if not more:
                        return
                    head += more
                if callable(self.says):
                    self.says(connection)
                else:
                    connection.sendall(self.says)
            except OSError:
                pass # it has heard enough

    def __enter__(self):
        return f'http://127.0.0.1:{self.socket.getsockname()[1]}/'

    def __exit__(self, *_):
        self.socket.close()


def ask(kind, says):
    """Exit status, words and kilobytes of one call of the door."""
    with Server(says) as url:
        process = subprocess.Popen([DOOR, kind, '--base-url', url, '--deadline-ms', str(DEADLINE_MS)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        watch = threading.Timer(MOST_S, process.kill)
        watch.start()
        words = process.stderr.read().decode('utf-8', 'replace')
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.stderr.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, words.strip(), usage.ru_maxrss


def judge(kind, says, wanted):
    started = time.monotonic()
    status, words, kilobytes = ask(kind, says)
    seconds = time.monotonic() - started
    if status != wanted:
        return f'ended with {status} after {seconds:.1f} s: {words}'
    if (status == NO) != (words != '') or 'CRITICAL' in words or 'Sanitizer' in words:
        return f'says “{words}”'
    if kilobytes > MOST_KB:
        return f'needs {kilobytes >> 10} MB'
    return None


def test_the_judge_finds_a_wrong_verdict():
    assert judge('json', reply(JSON), NO) and judge('json', reply(b''), OK)


def test_bad_servers():
    faults = ((what, judge(kind, says, wanted)) for what, kind, says, wanted in SERVERS)
    tap.none(f'{what}: {fault}' for what, fault in faults if fault)


tap.main(sys.modules[__name__])
