#!/usr/bin/env python3
"""The Python counterparts of scripts/fetch: the same six fetches, pause, status check and JSON decode.

Standard library only, unless --requests asks for that library. Prints one line: the strategy, the
number of endpoints and the number of items. Exit codes: 0 all was fetched, 1 a fetch failed, 64 the
command line was wrong.
"""

import argparse
import asyncio
import http.client
import json
import os
import sys
import time
import urllib.parse
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor

ENDPOINTS = ("posts", "comments", "albums", "photos", "todos", "users")
DEADLINE_SECONDS = 30


def fetch(job):
    """Fetches one endpoint, then pauses.

    job: base URL, endpoint name, pause in seconds, whether to use requests.
    Returns the number of items; raises OSError that names the endpoint.
    """
    base_url, endpoint, pause_seconds, with_requests = job
    get = get_with_requests if with_requests else get_with_standard_library
    try:
        status, body = get(f"{base_url.rstrip('/')}/{endpoint}")
        if status != 200:
            raise OSError(f"responded with {status} instead of 200")
        items = json.loads(body)
        if not isinstance(items, list):
            raise ValueError("responded with JSON that is no array")
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise OSError(f"{endpoint}: {error}") from error
    if pause_seconds:
        time.sleep(pause_seconds)
    return len(items)


def get_with_standard_library(url):
    """Returns the status and the body of one GET."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc, timeout=DEADLINE_SECONDS)
    try:
        connection.request("GET", address.path, headers={"Accept": "application/json"})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def get_with_requests(url):
    """Returns the status and the body of one GET, as the article has it."""
    import requests  # Only here: who does not use it need not have it.

    os.environ["no_proxy"] = "*"  # Straight to the stub, as the standard library goes.
    response = requests.get(url, timeout=DEADLINE_SECONDS)
    return response.status_code, response.content


def sequential(jobs, workers):
    """One after the other on the calling thread."""
    return [fetch(job) for job in jobs]


def thread_pool(jobs, workers):
    """ThreadPoolExecutor."""
    with ThreadPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(fetch, jobs))


def process_pool(jobs, workers):
    """ProcessPoolExecutor: what MULTI_PROCESS is compared with."""
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return list(executor.map(fetch, jobs))


def in_event_loop(jobs, workers):
    """asyncio; the standard library has no asynchronous HTTP client, so each fetch has a thread."""

    async def gather():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=workers) as executor:
            fetches = (loop.run_in_executor(executor, fetch, job) for job in jobs)
            return await asyncio.gather(*fetches)

    return asyncio.run(gather())


STRATEGIES = {
    "sequential": sequential,
    "thread-pool": thread_pool,
    "process-pool": process_pool,
    "asyncio": in_event_loop,
}


def positive_int(text):
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def not_negative_float(text):
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError(text)
    return value


def http_url(text):
    """Plain HTTP is all that is spoken here; a port that is none raises ValueError by itself."""
    address = urllib.parse.urlsplit(text)
    if address.scheme != "http" or not address.hostname or address.port == 0:
        raise ValueError(text)
    return text


class Parser(argparse.ArgumentParser):
    """Wrong usage exits with 64, as every command of this project does."""

    def error(self, message):
        self.exit(64, f"{self.prog}: {message}\n")


def arguments():
    parser = Parser(description=__doc__.splitlines()[0])
    parser.add_argument("--strategy", choices=STRATEGIES, required=True)
    parser.add_argument("--stub", type=http_url, required=True, metavar="URL",
                        help="the server of the six endpoints, plain HTTP")
    parser.add_argument("--pause", type=not_negative_float, default=1.0, metavar="SECONDS",
                        help="after each fetch (default: 1)")
    parser.add_argument("--workers", type=positive_int, default=len(ENDPOINTS), metavar="N",
                        help="threads or processes of a pool (default: 6)")
    parser.add_argument("--requests", action="store_true", help="fetch with the requests library")
    return parser.parse_args()


def main():
    options = arguments()
    jobs = [(options.stub, endpoint, options.pause, options.requests) for endpoint in ENDPOINTS]
    try:
        items = STRATEGIES[options.strategy](jobs, options.workers)
    except (OSError, ImportError, BrokenExecutor) as error:
        print(f"fetch.py: {error}", file=sys.stderr)
        return 1
    print(f"{options.strategy} {len(items)} {sum(items)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
