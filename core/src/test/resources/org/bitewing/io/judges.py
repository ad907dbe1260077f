"""What a judge sees in copies of files that it does not see in the files themselves, or the other way round.

judges.py JUDGE FOLDER: FOLDER/list has a line "name<TAB>original" for each file; FOLDER/FORM/name are its copies. Each
difference is a line "FORM<TAB>name of the original<TAB>what".
"""
import os
import re
import subprocess
import sys
import warnings
import zlib
from concurrent.futures import ThreadPoolExecutor

NOT_THERE = 127
FORMS = ['kept', 'explicit', 'implicit', 'deflated']
# What a copy may choose: meta information, padding, delimiters, group lengths, where the records of a directory are.
CHOSEN = '0002|fffc|fffe,e0[0d]d|....,0000|0004,(12|14)0.|0004,14[02]0|0004,1504'
judge, folder = sys.argv[1:]
originals = dict(line.rstrip('\n').split('\t') for line in open(os.path.join(folder, 'list')))
copies = [(form, name) for form in FORMS for name in originals
          if os.path.exists(os.path.join(folder, form, name))]


def differs(form, name, what):
    print(form, os.path.basename(originals[name]), what, sep='\t')


def path_of(form, name):
    return os.path.join(folder, form, name)


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode('latin-1')


def all_of(function, paths):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(paths, pool.map(function, paths)))


def element_lines(dump, pattern):
    """Tag, VR and value of each element of a dump."""
    lines = []
    for line in dump.split('\n'):
        found = re.match(pattern, line)
        if found:
            tag, vr, value = found.groups()
            if not re.match(CHOSEN, tag):
                lines.append((tag, vr, '' if 'SQ' in vr or vr == 'na' else value.rstrip()))
        elif lines and line and not re.match(r' *(#|\(fffe)', line):
            lines.append(('', '', re.sub(' *# .*', '', line)))
    return lines


def compare_lines(before, after):
    """Where the VRs differ, as they may in implicit VR, the tags alone are compared."""
    for one, other in zip(before, after):
        if one[0] != other[0] or one[1] == other[1] and one[2] != other[2]:
            return '%s %s %s: %s %s %s' % (one + other)
    return '' if len(before) == len(after) else '%d elements: %d' % (len(before), len(after))


def dcmtk():
    def dumps(files):
        code, text = run('dcmdump', '-q', '+F', *files)
        blocks = re.split(r'# dcmdump \(\d+/\d+\): (.*)\n', text)
        return {path: element_lines(block, r' *\(([0-9a-f]{4},[0-9a-f]{4})\) (..) (.*?) # +(?:u/l|\d+),[ \d]+ ')
                for path, block in zip(blocks[1::2], blocks[2::2])}
    before = dumps(originals.values())
    for form in FORMS:
        after = dumps([path_of(f, name) for f, name in copies if f == form])
        for path, lines in after.items():
            name = os.path.basename(path)
            what = compare_lines(before[originals[name]], lines) if lines else 'not read'
            if what:
                differs(form, name, what)


def gdcm():
    def dump(path):
        code, text = run('gdcmdump', path)
        return code, element_lines(text, r' *\(([0-9a-f]{4},[0-9a-f]{4})\) (..(?: \(..\))?) (.*?)(?:# |$)')
    before = all_of(dump, list(originals.values()))
    after = all_of(dump, [path_of(form, name) for form, name in copies])
    for form, name in copies:
        code, lines = after[path_of(form, name)]
        code_before, lines_before = before[originals[name]]
        if code_before == 0:
            what = 'not read' if code else compare_lines(lines_before, lines)
            if what:
                differs(form, name, what)


def dicom3tools():
    def errors(*command):
        return {line for line in run(*command)[1].split('\n') if line.startswith('Error')}

    def entity_errors(names, path):
        """Of files that are together in a folder, some of which are of one patient, study or series."""
        found = errors('dcentvfy', *(path(name) for name in names))
        for name in names:
            found = {error.replace('<' + path(name) + '>', os.path.basename(originals[name])) for error in found}
        return found
    before = all_of(lambda path: errors('dciodvfy', path), list(originals.values()))
    # It does not inflate.
    copied = [copy for copy in copies if copy[0] != 'deflated']
    after = all_of(lambda path: errors('dciodvfy', path), [path_of(*copy) for copy in copied])
    for form, name in copied:
        # Without its data set nothing is known of a file: some are not read.
        if not any('read failed' in error for error in before[originals[name]]):
            for error in sorted(after[path_of(form, name)] - before[originals[name]]):
                differs(form, name, error)
    together = {}
    for name, path in originals.items():
        together.setdefault(os.path.dirname(path), []).append(name)
    for names in together.values():
        before = entity_errors(names, originals.get)
        for error in sorted(entity_errors(names, lambda name: path_of('kept', name)) - before):
            differs('kept', names[0], error)


def pydicom():
    warnings.simplefilter('ignore')
    import pydicom as library

    def plain(element, swaps):
        """A text that tells values apart: of little endian, and of even length."""
        value = element.value
        if not isinstance(value, bytes):
            return str(value)
        if swaps and element.VR == 'OW':
            value = b''.join(value[i:i + 2][::-1] for i in range(0, len(value), 2))
        value += bytes(len(value) % 2)
        return '%d bytes with CRC %08x' % (len(value), zlib.crc32(value))

    def elements(dataset, swaps, path=''):
        for tag in sorted(dataset.keys()):
            place = path + '%04x,%04x' % (tag.group, tag.element)
            if re.match(CHOSEN, place[-9:]):
                continue
            try:
                element = dataset[tag]
            except Exception as e:
                yield place, '??', type(e).__name__
                continue
            if element.VR == 'SQ':
                yield place, 'SQ', len(element.value)
                for i, item in enumerate(element.value):
                    yield from elements(item, swaps, '%s[%d].' % (place, i))
            else:
                yield place, str(element.VR), plain(element, swaps)

    def read(path):
        try:
            dataset = library.dcmread(path, force=True)
            return list(elements(dataset, not dataset.is_little_endian))
        except Exception as e:
            return [('', '??', type(e).__name__)]
    before = {path: read(path) for path in originals.values()}
    for form, name in copies:
        what = compare_lines(before[originals[name]], read(path_of(form, name)))
        if what:
            differs(form, name, what)


try:
    {'dcmtk': dcmtk, 'gdcm': gdcm, 'dicom3tools': dicom3tools, 'pydicom': pydicom}[judge]()
except (FileNotFoundError, ImportError):
    sys.exit(NOT_THERE)
