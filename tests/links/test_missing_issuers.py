"""A forgotten intermediate certificate completes a chain, and never starts one."""

from __future__ import annotations

import datetime
import ssl

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from resource_catalog.links.ask.missing_issuers import with_intermediate

HOST = "school.test"
DER = serialization.Encoding.DER


def shakes_hands(client: ssl.SSLContext, server: ssl.SSLContext) -> bool:
    """Whether a client accepts a server, without a socket."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    near = client.wrap_bio(to_client, to_server, server_hostname=HOST)
    far = server.wrap_bio(to_server, to_client, server_side=True)
    done = False
    for side in (near, far) * 4:
        try:
            side.do_handshake()
            done = done or side is near
        except ssl.SSLWantReadError:
            continue
        except ssl.SSLCertVerificationError:
            return False
    return done


def test_an_intermediate_of_a_trusted_root_completes_the_chain() -> None:
    root = trustme.CA()
    middle = root.create_child_ca()
    leaf = middle.issue_cert(HOST)
    server, client = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), client_of(root)
    alone = leaf.cert_chain_pems[0].bytes()
    load(server, leaf.private_key_pem.bytes() + alone)
    assert not shakes_hands(client, server)
    assert with_intermediate(client, middle.cert_pem.bytes())
    assert shakes_hands(client, server)


@pytest.mark.parametrize(
    "names", [("Evil CA", "Evil CA"), ("Evil CA", "evil  ca"), (" Evil\tCA", "Evil CA")]
)
def test_a_certificate_signed_by_itself_is_no_anchor(names: tuple[str, str]) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.UTC)
    subject, issuer = (
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in names
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    )
    forged = builder.sign(key, hashes.SHA256()).public_bytes(DER)
    context = client_of(trustme.CA())
    before = len(context.get_ca_certs())
    assert not with_intermediate(context, forged)
    assert len(context.get_ca_certs()) == before


def test_an_intermediate_of_an_unknown_root_changes_nothing() -> None:
    stranger = trustme.CA()
    middle = stranger.create_child_ca()
    leaf = middle.issue_cert(HOST)
    server, client = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), client_of(trustme.CA())
    load(server, leaf.private_key_pem.bytes() + leaf.cert_chain_pems[0].bytes())
    assert with_intermediate(client, middle.cert_pem.bytes())
    assert not shakes_hands(client, server)


@pytest.mark.parametrize("garbage", [b"", b"not found", b"\x30\x82", b"<html></html>"])
def test_what_is_no_certificate_is_refused(garbage: bytes) -> None:
    assert not with_intermediate(client_of(trustme.CA()), garbage)


def client_of(root: trustme.CA) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=root.cert_pem.bytes().decode())


def load(server: ssl.SSLContext, pem: bytes) -> None:
    with trustme.Blob(pem).tempfile() as path:
        server.load_cert_chain(path)
