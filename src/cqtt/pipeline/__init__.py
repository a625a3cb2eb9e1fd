"""The road from a folder of files to a document, in three stretches; a command loads only those it travels.

gather    load -> check -> aggregate      what the communes say
compose   fill -> parse -> frame          what the report says
publish   write -> verify -> move         what lies on the disk
"""
