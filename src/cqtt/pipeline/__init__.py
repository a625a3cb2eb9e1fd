"""From a folder of files to a document in three stages; a command imports only those it runs.

gather    load -> check -> aggregate      what the units say
compose   fill -> parse -> frame          what the report says
publish   write -> verify -> move         what lies on the disk
"""
