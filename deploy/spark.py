"""A local Spark cluster: master, workers, and the Thrift server for ROWS_URL."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from deploy.proxy import LOOPBACK
from deploy.serve import free_ports
from model import settings

JAVA: Final = 17
_STARTS_WITHIN: Final = 90.0  # seconds
_STOPS_WITHIN: Final = 10.0
_THRIFT: Final = "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2"
# As many as the workers have cores; two hundred parts, the default, are for clusters with hundreds of them.
_PARTS: Final = 2
# Days are small files: many to a task, else a task is begun for each few of them; listed at once, without a job.
_SMALL_FILES: Final = {
    "spark.sql.files.openCostInBytes": "65536",
    "spark.sql.sources.parallelPartitionDiscovery.threshold": "100000",
}
# What runs for minutes is not worth the second compiler, which takes the cores from the questions meanwhile.
_SHORT_LIVED: Final = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"


class NoSpark(Exception):  # noqa: N818 (says what the operator is told)
    """A program is missing, or a server did not start. Its only argument is a sentence."""


@dataclass
class Cluster:
    """The running servers. `url` is the value for ROWS_URL."""

    folder: Path
    url: str = ""
    workers: list["subprocess.Popen[bytes]"] = field(default_factory=list)
    others: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def kill_worker(self) -> None:
        """Kill one worker and its executor abruptly."""
        worker = self.workers.pop()
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(_STOPS_WITHIN)

    def stop(self) -> None:
        """Stop all servers started here."""
        processes = [*self.others[::-1], *self.workers]
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        until = time.monotonic() + _STOPS_WITHIN
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, until - time.monotonic()))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def running_cluster(folder: Path, workers: int = 2, memory: str = "1g") -> Iterator[Cluster]:
    """Context manager: a cluster on loopback with its files in `folder`. Raises NoSpark."""
    require_java()
    programs = _programs()
    master, thrift = free_ports(2)
    address = f"spark://{LOOPBACK}:{master}"
    cluster = Cluster(folder, f"hive://{LOOPBACK}:{thrift}")
    try:
        cluster.others.append(_start(folder, "master", _master(programs, master)))
        _wait_for(cluster, master, "master")
        for number in range(workers):
            command = _worker(programs, address, memory, folder / f"worker-{number}")
            cluster.workers.append(_start(folder, f"worker-{number}", command))
        cluster.others.append(_start(folder, "thrift", _server(programs, address, thrift, folder, memory)))
        _wait_for(cluster, thrift, "thrift")
        yield cluster
    finally:
        cluster.stop()


def require_java() -> None:
    """Raise NoSpark without Java."""
    if shutil.which("java") is None:
        raise NoSpark(f"Spark needs Java {JAVA}. On Debian: sudo apt-get install openjdk-{JAVA}-jre-headless")


def _programs() -> Path:
    spec = find_spec("pyspark")
    if spec is None or spec.origin is None:
        raise NoSpark("Spark is not installed: sh deploy/setup.sh scale")
    return Path(spec.origin).parent / "bin"


def _master(programs: Path, port: int) -> list[str]:
    name = "org.apache.spark.deploy.master.Master"
    return [str(programs / "spark-class"), name, "--host", LOOPBACK, "--port", str(port), "--webui-port", "0"]


def _worker(programs: Path, master: str, memory: str, folder: Path) -> list[str]:
    name = "org.apache.spark.deploy.worker.Worker"
    room = ["--cores", "1", "--memory", memory, "--work-dir", str(folder)]
    return [str(programs / "spark-class"), name, "--host", LOOPBACK, "--webui-port", "0", *room, master]


def _server(programs: Path, master: str, port: int, folder: Path, memory: str) -> list[str]:
    settings_of_spark = {
        "spark.driver.host": LOOPBACK,
        "spark.driver.bindAddress": LOOPBACK,
        "spark.driver.memory": memory,
        "spark.executor.cores": "1",
        "spark.executor.memory": memory,
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": str(_PARTS),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder / 'derby'} {_SHORT_LIVED}",
        **_SMALL_FILES,
    }
    of_hive = {
        "hive.server2.thrift.bind.host": LOOPBACK,
        "hive.server2.thrift.port": str(port),
        "hive.server2.authentication": "NOSASL",
    }
    options = [word for name, value in settings_of_spark.items() for word in ("--conf", f"{name}={value}")]
    more = [word for name, value in of_hive.items() for word in ("--hiveconf", f"{name}={value}")]
    return [str(programs / "spark-submit"), "--master", master, "--class", _THRIFT, *options, "spark-internal", *more]


def _start(folder: Path, name: str, command: Sequence[str]) -> "subprocess.Popen[bytes]":
    environment = settings.environment(unless_set={"SPARK_LOCAL_IP": LOOPBACK})
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 (our own words)
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _wait_for(cluster: Cluster, port: int, name: str) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while True:
        with suppress(OSError), socket.create_connection((LOOPBACK, port), 1.0):
            return
        if time.monotonic() > until or cluster.others[-1].poll() is not None:
            words = (cluster.folder / f"{name}.log").read_text(errors="replace").strip().splitlines()[-3:]
            raise NoSpark(f"The {name} did not start: {' '.join(words)[:500]}")
        time.sleep(0.3)
