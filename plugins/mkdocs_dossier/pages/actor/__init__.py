"""The page of an actor: a person, an organisation, a state or a media outlet."""
