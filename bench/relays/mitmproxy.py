"""mitmproxy, forwarding everything to the benchmark's upstream and keeping nothing; tells when it listens, and where."""

import json
import os
import sys

from mitmproxy import ctx, http


class Forward:
    def running(self):
        addresses = ctx.master.addons.get("proxyserver").listen_addrs()
        with open(os.path.join(os.environ["BENCH_CONFDIR"], "mitmproxy-ca-cert.pem"), encoding="ascii") as file:
            said = {"port": addresses[0][1], "ca": file.read()}
        print(json.dumps(said), flush=True)

    def requestheaders(self, flow: http.HTTPFlow):
        flow.request.stream = True
        flow.request.host = "localhost"
        flow.request.port = int(os.environ["BENCH_UPSTREAM"])

    def responseheaders(self, flow: http.HTTPFlow):
        flow.response.stream = True


addons = [Forward()]
