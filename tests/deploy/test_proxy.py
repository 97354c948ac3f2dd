"""Every configuration for operators is accepted by its program."""

import subprocess
from pathlib import Path

import pytest

from deploy import serve
from deploy.proxy import haproxy, main, nginx
from deploy.serve import free_ports


def certificate(folder: Path) -> tuple[Path, Path]:
    key, chain = folder / "key.pem", folder / "chain.pem"
    wanted = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=dashboard.example.org -keyout {key} -out {chain}"
    subprocess.run(["openssl", *wanted.split()], check=True, capture_output=True, timeout=60)
    return key, chain


def check_with_nginx(program, folder: Path, inside: str) -> None:
    """Have nginx read a configuration, with a certificate that is there."""
    key, chain = certificate(folder)
    inside = inside.replace("/etc/ssl/dashboard/fullchain.pem", str(chain))
    file = serve._write_configuration(folder, inside.replace("/etc/ssl/dashboard/key.pem", str(key)))

    done = subprocess.run(
        [program("nginx", "nginx-light"), "-t", "-c", file, "-p", folder], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr


@pytest.mark.parametrize("name", [None, "dashboard.example.org"])
def test_nginx_accepts_its_configuration(program, tmp_path: Path, name: str | None):
    check_with_nginx(program, tmp_path, nginx([8511, 8512], name=name))


def test_nginx_accepts_the_login_page_beside_it(program, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["login", "--name", "login.example.org"]) == 0
    check_with_nginx(program, tmp_path, nginx([8511], name="dashboard.example.org") + capsys.readouterr().out)


def test_the_login_page_has_a_name(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["login"])

    assert ended.value.code == 2
    assert "login needs --name HOST" in capsys.readouterr().err


@pytest.mark.parametrize("name", [None, "dashboard.example.org"])
def test_haproxy_accepts_its_configuration(program, tmp_path: Path, name: str | None):
    key, chain = certificate(tmp_path)
    both = tmp_path / "both.pem"
    both.write_text(chain.read_text() + key.read_text())
    file = tmp_path / "haproxy.cfg"
    file.write_text(haproxy([8511, 8512], name=name).replace("/etc/ssl/dashboard/haproxy.pem", str(both)))

    done = subprocess.run(
        [program("haproxy", "haproxy"), "-c", "-f", file], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr + done.stdout
    assert "WARNING" not in done.stderr + done.stdout


def test_the_world_is_never_served_without_marking_it(capsys):
    assert "X-Forwarded-For $remote_addr" in nginx([1], name="dashboard.example.org")
    assert "forwardfor" in haproxy([1])
    assert "listen 127.0.0.1:8501" in nginx([1])

    assert main(["nginx", "--ports", "1", "2"]) == 0
    assert capsys.readouterr().out == nginx([1, 2])


def test_ports_are_free_and_differ():
    assert len(set(free_ports(5))) == 5
