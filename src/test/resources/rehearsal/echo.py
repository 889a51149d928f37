"""Applications of azureuser, each on the socket of a real one, that tell what reached them.

Arguments: paths of sockets. Every request is answered with its line, its headers and its body as JSON, and with the header that
?answer=Name:value names. /requests answers with the line of every request so far, of whatever socket.
"""

import http.server
import json
import os
import socketserver
import sys
import threading
import urllib.parse

REQUESTS = []


class Echo(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("latin-1")
        if self.path == "/requests":
            answer = REQUESTS
        else:
            REQUESTS.append(self.requestline)
            answer = {"line": self.requestline, "headers": self.headers.items(), "body": sent}
        self.answer(json.dumps(answer).encode())

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for header in urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("answer", []):
            self.send_header(*header.split(":", 1))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def address_string(self):
        return "socket"


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


os.umask(0o117)
servers = [Server(socket, Echo) for socket in sys.argv[1:]]
threads = [threading.Thread(target=server.serve_forever) for server in servers]
for thread in threads:
    thread.start()
