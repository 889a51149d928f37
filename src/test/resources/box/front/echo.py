"""An application on the socket of RStudio that answers with what it was sent, and tries to steer nginx."""

import http.server
import json
import os
import socketserver
import sys


class Echo(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"path": self.path, "headers": dict(self.headers)}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Accel-Redirect", "/atelier/internal/authorize")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self):
        return "socket"


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


os.umask(0o117)
Server(sys.argv[1], Echo).serve_forever()
