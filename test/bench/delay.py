"""A network with a delay, for the bench: packets to 198.18.0.2 come back MS milliseconds later as packets from 198.18.0.2 to 198.18.0.1.

    python3 delay.py MS

A server at 198.18.0.1 is reached at 198.18.0.2 with a round trip of 2 * MS, for every packet, so that connecting takes one too. `tc netem` does
the same where the kernel has it. Needs root and /dev/net/tun. Prints 'ready'; ends, and the network with it, at the end of standard input.
"""

import fcntl
import os
import select
import struct
import subprocess
import sys
import time
from collections import deque

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000

delay = float(sys.argv[1]) / 1000
tun = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
request = fcntl.ioctl(tun, TUNSETIFF, struct.pack('16sH22x', b'tlsgate%d', IFF_TUN | IFF_NO_PI))
device = request[:16].rstrip(b'\0').decode()
# 198.18.0.0/15 is set aside for benchmarks: RFC 2544 appendix C.2.2.
subprocess.run(['ip', 'address', 'add', '198.18.0.1/30', 'dev', device], check=True)
subprocess.run(['ip', 'link', 'set', device, 'up', 'txqueuelen', '10000'], check=True)
print('ready', flush=True)


def returned(packet):
    """Source and destination change places, which leaves every checksum as it is."""
    return packet[:12] + packet[16:20] + packet[12:16] + packet[20:]


waiting = deque()
while True:
    timeout = max(0, waiting[0][0] - time.monotonic()) if waiting else None
    readable, _, _ = select.select([tun, sys.stdin], [], [], timeout)
    if sys.stdin in readable and not os.read(0, 1):
        break
    if tun in readable:
        due = time.monotonic() + delay
        try:
            while True:
                packet = os.read(tun, 65536)
                if packet[0] >> 4 == 4:  # the kernel also looks for IPv6 neighbours
                    waiting.append((due, returned(packet)))
        except BlockingIOError:
            pass
    while waiting and waiting[0][0] <= time.monotonic():
        os.write(tun, waiting.popleft()[1])
