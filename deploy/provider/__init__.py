"""An OpenID provider for organisations without one: LemonLDAP::NG over OpenLDAP, from Debian packages."""
