"""An OpenID provider for an organisation that has none: LemonLDAP::NG over OpenLDAP, both Debian's."""
