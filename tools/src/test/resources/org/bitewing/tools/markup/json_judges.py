"""Where our JSON of real files means something else than that of DCMTK, or of pydicom.

json_judges.py dcmtk|pydicom FOLDER: FOLDER/list has a line "name<TAB>original" for each file; FOLDER/name.json is ours,
FOLDER/name.dcmtk is DCMTK's. Each difference is a line "name of the original<TAB>tag", or "not read".
"""
import json
import os
import re
import struct
import sys
import warnings

NOT_THERE = 127
judge, folder = sys.argv[1:]
big_endian = False


def text(value):
    return value.strip(' ') or None


def name(groups):
    groups = {group: letters.rstrip(' ^') for group, letters in groups.items()}
    return groups if any(groups.values()) else None


def single(number):
    """As many digits as a float has; DCMTK prints no sign of zero."""
    return struct.pack('f', float(number) + 0.0 if judge == 'dcmtk' else float(number))


def swapped(base64):
    data = json_bytes(base64)
    return b''.join(data[i:i + 2][::-1] for i in range(0, len(data), 2))


def json_bytes(base64):
    import base64 as library
    data = library.b64decode(base64)
    return data + bytes(len(data) % 2)


def meaning(dataset, theirs=False):
    """A data set without what the standard leaves open, and without what pydicom and DCMTK get wrong."""
    meant = {}
    for tag, element in dataset.items():
        vr = element['vr']
        values = element.get('Value', [])
        if tag.endswith('0000'):
            continue
        if tag == '00080005':
            values = ['ISO_IR 192']
        elif vr == 'SQ':
            values = [meaning(item, theirs) for item in values]
        elif vr == 'FL':
            values = [single(number) for number in values]
        elif vr == 'PN':
            values = [name(groups) if groups else None for groups in values]
        elif 'InlineBinary' in element:
            # pydicom leaves words in the byte order of the file (PS3.18 F.2.7 wants little endian).
            turned = theirs and vr == 'OW' and big_endian
            values = swapped(element['InlineBinary']) if turned else json_bytes(element['InlineBinary'])
        else:
            values = [text(value) if isinstance(value, str) else value for value in values]
        meant[tag] = (vr, [] if values == [None] else values)
    return meant


def of_dcmtk(original, path):
    if os.path.exists(path + '.dcmtk'):
        with open(path + '.dcmtk', encoding='utf-8') as file:
            return json.load(file)


def of_pydicom(original, path):
    global big_endian
    import pydicom
    dataset = pydicom.dcmread(original, force=True)
    big_endian = not dataset.is_little_endian
    return json.loads(json.dumps(dataset.to_json_dict(bulk_data_threshold=1 << 40)))


def is_known_better(ours, tag):
    """pydicom knows private elements in implicit VR; here they are UN unless they are asked for."""
    return judge == 'pydicom' and int(tag[3], 16) % 2 == 1 and ours.get(tag, [''])[0] == 'UN'


def compare():
    warnings.simplefilter('ignore')
    compared = 0
    for line in open(os.path.join(folder, 'list')):
        number, original = line.rstrip('\n').split('\t')
        path = os.path.join(folder, number)
        try:
            theirs = {'dcmtk': of_dcmtk, 'pydicom': of_pydicom}[judge](original, path)
        except ValueError:
            print(os.path.basename(original), 'not read', sep='\t')
            continue
        if theirs is None:
            continue
        with open(path + '.json', encoding='utf-8') as file:
            ours = meaning(json.load(file))
        theirs = meaning(theirs, True)
        compared += 1
        for tag in sorted(set(ours) | set(theirs)):
            if ours.get(tag) != theirs.get(tag) and not is_known_better(ours, tag):
                print(os.path.basename(original), tag, sep='\t')
    print(compared)


try:
    compare()
except ImportError:
    sys.exit(NOT_THERE)
