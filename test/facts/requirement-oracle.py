"""Writes requirement-oracle.json: what Python's `packaging` makes of requirement lines, in a few environments.

    pip install packaging==26.4 && python requirement-oracle.py > requirement-oracle.json

The lines of REAL are of published wheels (August 2026 and before) or in their style; those of ODD try the grammar's corners;
the rest is generated from a fixed seed. Where `packaging` raises, the answer is null: for the whole line, or for one environment.
"""

import json
import random
import sys

import packaging
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name


def environment(system, machine, python, implementation, extra=""):
    names = {"CPython": "cpython", "PyPy": "pypy"}
    return {
        "os_name": "nt" if system == "Windows" else "posix",
        "sys_platform": {"Linux": "linux", "Windows": "win32", "Darwin": "darwin"}[system],
        "platform_system": system,
        "platform_machine": machine,
        "platform_release": "6.8.0-45-generic" if system == "Linux" else "10",
        "platform_version": "#45-Ubuntu SMP",
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python,
        "implementation_name": names[implementation],
        "implementation_version": python if implementation == "CPython" else "7.3.17",
        "platform_python_implementation": implementation,
        "extra": extra,
    }


ENVIRONMENTS = [
    environment("Linux", "x86_64", "3.12.4", "CPython"),
    environment("Linux", "x86_64", "3.8.10", "CPython", "test"),
    environment("Linux", "aarch64", "3.10.0", "CPython", "Cuda_12"),
    environment("Linux", "x86_64", "3.11.0rc1", "CPython"),
    environment("Linux", "s390x", "3.10.14", "PyPy", "all"),
    environment("Windows", "AMD64", "3.13.0", "CPython"),
    environment("Darwin", "arm64", "3.9.6", "CPython", "dev"),
]

REAL = r"""
numpy>=1.21.2
numpy (>=1.21)
numpy>=1.22.4; python_version < "3.11"
numpy>=1.23.2; python_version == "3.11"
numpy>=1.26.0; python_version >= "3.12"
numpy<2.3,>=1.26.0; python_version >= "3.12" and platform_python_implementation != "PyPy"
python-dateutil>=2.8.2
pytz>=2020.1
tzdata>=2022.7
hypothesis>=6.46.1; extra == "test"
pytest-xdist>=2.2.0; extra == "test"
bottleneck>=1.3.6; extra == "performance"
numba>=0.56.4; extra == "performance"
SQLAlchemy>=2.0.0; extra == "sql-other"
filelock
typing-extensions>=4.10.0
setuptools; python_version >= "3.12"
sympy==1.13.1; python_version >= "3.9"
sympy==1.13.1 ; python_version >= "3.9"
nvidia-cuda-nvrtc-cu12==12.4.127; platform_system == "Linux" and platform_machine == "x86_64"
nvidia-cuda-runtime-cu12==12.4.127; platform_system == "Linux" and platform_machine == "x86_64"
nvidia-cudnn-cu12==9.1.0.70; platform_system == "Linux" and platform_machine == "x86_64"
nvidia-nccl-cu12==2.21.5; platform_system == "Linux" and platform_machine == "x86_64"
nvidia-nvshmem-cu12==3.3.20; platform_system == "Linux"
cuda-bindings==13.0.3; platform_system == "Linux"
cuda-toolkit[cublas,cudart,cufft,cufile,cupti,curand,cusolver,cusparse,nvjitlink,nvrtc,nvtx]==13.0.2; platform_system == "Linux"
triton==3.1.0; platform_system == "Linux" and platform_machine == "x86_64" and python_version < "3.13"
triton==3.5.0; platform_system == "Linux"
optree>=0.13.0; extra == "optree"
opt-einsum>=3.3; extra == "opt-einsum"
intel-openmp==2021.*; platform_system == "Windows"
mkl<=2021.4.0,>=2021.1.1; platform_system == "Windows"
pytorch-triton==2.0.0+0d7e753227
torch==2.0.1
torch (==1.13.1)
torch==2.5.0+cu124
pillow!=8.3.*,>=5.3.0
scipy; extra == "scipy"
gdown>=4.7.3; extra == "gdown"
absl-py>=1.0.0
astunparse>=1.6.0
flatbuffers>=23.5.26
gast!=0.5.0,!=0.5.1,!=0.5.2,>=0.2.1
protobuf!=4.21.0,!=4.21.1,!=4.21.2,!=4.21.3,!=4.21.4,!=4.21.5,<6.0.0dev,>=3.20.3
tensorflow-io-gcs-filesystem>=0.23.1; python_version < "3.12"
tensorflow-intel==2.18.0; platform_system == "Windows"
nvidia-cublas-cu12==12.5.3.2; extra == "and-cuda"
nvidia-nvjitlink-cu12==12.5.82; extra == "and-cuda"
numpy<2.1.0,>=1.26.0
h5py>=3.11.0
jax-cuda12-plugin[with_cuda]<=0.4.35,>=0.4.34; extra == "cuda12"
jax-cuda12-plugin[with-cuda]==0.4.35; extra == "cuda"
libtpu-nightly==0.1.dev20241010; extra == "tpu"
libtpu==0.0.11.*; extra == "tpu"
ml-dtypes>=0.5.0; python_version >= "3.13"
numpy>=1.26.0; python_version >= "3.12"
opt-einsum
cupy-cuda12x>=12.0.0; platform_machine == "x86_64"
pylibraft-cu12==24.10.*
rmm-cu12<24.11.0a0,>=24.10.0a0
dask-cuda==24.10.*,>=0.0.0a0
pandas<2.2.3dev0,>=2.0
pyarrow<18.0.0a0,>=14.0.0; platform_machine == "x86_64"
pyarrow<18.0.0a0,>=14.0.0,!=17.0.0; platform_machine == "aarch64"
charset-normalizer<4,>=2
idna<4,>=2.5
urllib3<3,>=1.21.1
certifi>=2017.4.17
PySocks!=1.5.7,>=1.5.6; extra == "socks"
chardet<6,>=3.0.2; extra == "use_chardet_on_py3"
brotli>=1.0.9; (platform_python_implementation == "CPython") and extra == "brotli"
brotlicffi>=0.8.0; (platform_python_implementation != "CPython") and extra == "brotli"
brotli; platform_python_implementation == "CPython" and extra == "brotli"
h2<5,>=4; extra == "h2"
zstandard>=0.18.0; extra == "zstd"
pyOpenSSL (>=0.14) ; extra == 'secure'
cryptography (>=1.3.4) ; extra == 'secure'
ipaddress ; (python_version=="2.7") and extra == 'secure'
win-inet-pton ; (sys_platform == "win32" and python_version == "2.7") and extra == 'socks'
importlib-metadata>=3.6; python_version < "3.10"
importlib-metadata ; python_version < "3.8"
importlib_resources>=1.4.0; python_version < "3.9"
zipp>=3.1.0; python_version < "3.10"
colorama; platform_system == "Windows"
colorama; sys_platform == "win32"
colorama>=0.4; sys_platform == "win32" and python_full_version >= "3.6"
tomli>=1; python_version < "3.11"
tomli; python_full_version <= "3.11.0a6" and extra == "toml"
exceptiongroup>=1.0.0rc8; python_version < "3.11"
async-timeout<6.0,>=4.0; python_version < "3.11"
async-timeout>=4.0.3; python_full_version < "3.11.3"
typing-extensions>=4.0.1; python_version < "3.11"
typing_extensions>=4.5; python_version < "3.13"
backports.zoneinfo; python_version < "3.9"
pywin32>=300; sys_platform == "win32" and platform_python_implementation != "PyPy"
pyzmq>=24
appnope; platform_system == "Darwin"
appnope; sys_platform == "darwin"
pexpect>4.3; sys_platform != "win32" and sys_platform != "emscripten"
pexpect>4.3; (sys_platform != "win32")
decorator
jedi>=0.16
matplotlib-inline
prompt-toolkit<3.1.0,>=3.0.41
stack-data
ipython[notebook,parallel]; extra == "all"
ipython[test,test_extra]; extra == "all"
uvloop!=0.15.0,!=0.15.1,>=0.14.0; (sys_platform != "win32" and (sys_platform != "cygwin" and platform_python_implementation != "PyPy")) and extra == "standard"
uvloop>=0.15.2; (sys_platform != "win32" and implementation_name == "cpython") and extra == "uvloop"
colorama>=0.4; (sys_platform == "win32") and extra == "standard"
watchfiles>=0.13; extra == "standard"
httptools>=0.6.3; extra == "standard"
PyYAML>=5.1; extra == "standard"
greenlet!=0.4.17; python_version < "3.13" and (platform_machine == "aarch64" or (platform_machine == "ppc64le" or (platform_machine == "x86_64" or (platform_machine == "amd64" or (platform_machine == "AMD64" or (platform_machine == "win32" or platform_machine == "WIN32"))))))
greenlet!=0.4.17; (platform_machine == "aarch64" or platform_machine == "ppc64le" or platform_machine == "x86_64" or platform_machine == "amd64" or platform_machine == "AMD64" or platform_machine == "win32" or platform_machine == "WIN32") and python_version < "3.14"
greenlet (!=0.4.17) ; python_version >= "3" and (platform_machine == "aarch64" or (platform_machine == "ppc64le" or (platform_machine == "x86_64" or (platform_machine == "amd64" or (platform_machine == "AMD64" or (platform_machine == "win32" or platform_machine == "WIN32"))))))
mypy>=0.910; extra == "mypy"
mysqlclient>=1.4.0; extra == "mysql"
cx_oracle>=8; extra == "oracle"
psycopg[binary]>=3.0.7; extra == "postgresql-psycopgbinary"
sqlcipher3_binary; extra == "sqlcipher"
cffi>=1.12; platform_python_implementation != "PyPy"
cffi>=1.14; python_full_version < "3.14" and platform_python_implementation != "PyPy"
cffi>=2.0.0; python_full_version >= "3.14" and platform_python_implementation != "PyPy"
pycparser; implementation_name != "PyPy"
pycparser
bcrypt>=3.1.5; extra == "ssh"
pretend; extra == "test"
enum34; python_version < "3.4"
ipaddress; python_version < "3"
futures (>=2.2.0) ; python_version == "2.7"
argparse; python_version == '2.6'
pathlib2; python_version in "2.6 2.7 3.2 3.3"
unittest2; python_version not in '3.8, 3.9, 3.12'
dataclasses; python_version < "3.7" and python_version >= "3.6"
PyQt5-sip<13,>=12.15
PyQt5-Qt5<5.16.0,>=5.15.2
PySide6_Essentials==6.8.0.2
shiboken6==6.8.0.2
llvmlite<0.44,>=0.43.0dev0
tbb==2021.*; platform_machine == "x86_64"
tbb; platform_machine == "AMD64"
dpctl; sys_platform == 'linux' and platform_machine == 'x86_64'
opencv-python-headless>=4.5
numpy>=1.13.3; python_version < "3.7"
numpy>=1.21.0; python_version < "3.10" and platform_system == "Darwin" and platform_machine == "arm64"
numpy>=1.21.2; python_version >= "3.10"
numpy>=1.21.4; python_version >= "3.10" and platform_system == "Darwin"
numpy>=1.19.3; python_version >= "3.6" and platform_system == "Linux" and platform_machine == "aarch64"
numpy>=1.17.3; python_version >= "3.8"
tensorrt-cu12-bindings==10.5.0
tensorrt_cu12_libs==10.5.0
onnxruntime-gpu[cuda,cudnn]; extra == 'gpu' and sys_platform != 'darwin'
nvidia-cudnn-cu12~=9.0; extra == "cudnn"
xformers==0.0.28.post1; platform_system == "Linux" and platform_machine == "x86_64"
bitsandbytes>=0.39.0; sys_platform == "darwin" and extra == "quant"
vllm-flash-attn==2.6.1
ray>=2.9
nvidia-ml-py
torchvision==0.20.1; platform_machine != "s390x"
uvicorn[standard]
fastapi!=0.113.*,!=0.114.0,>=0.107.0; python_version >= "3.9"
pyzmq
lm-format-enforcer==0.10.6
mistral_common[opencv]>=1.4.4
importlib_metadata
six>=1.16.0; python_version > "3.11"
setuptools>=74.1.1; python_version > "3.11"
pip-audit ; extra == "dev"
pkg @ https://example.org/pkg-1.0-py3-none-any.whl
pkg[x,y] @ git+https://example.org/pkg.git@main#egg=pkg ; python_version >= "3.8"
pkg @ file:///tmp/a;b.whl ; extra == 'test'
grpcio<2.0dev,>=1.49.1; python_version >= "3.11" and extra == "grpc"
google-api-core[grpc]!=2.0.*,!=2.1.*,<3.0.0dev,>=1.34.1
proto-plus<2.0.0dev,>=1.22.2; python_version >= "3.11"
libcst>=0.2.5
cython<3.1,>=0.29.34; extra == "cython"
simsimd<7.0.0,>=5.9.2
albucore==0.0.19
eval_type_backport; python_version < "3.9"
stringzilla>=3.10.4
scikit-image>=0.21.0
pyreadline3; sys_platform == "win32" and python_version >= "3.8"
humanfriendly>=9.1
coloredlogs
waitress (>=2.0.0,<3.0.0) ; sys_platform == 'win32'
gunicorn (>=20.0.4,<21.0.0) ; sys_platform != "win32"
secretstorage (>=3.2) ; sys_platform == "linux"
jeepney (>=0.4.2) ; sys_platform == "linux"
pywin32-ctypes (>=0.2.0) ; sys_platform == "win32"
cachecontrol[filecache] (>=0.14.0,<0.15.0)
xattr (>=1.0.0,<2.0.0) ; sys_platform == "darwin"
virtualenv (>=20.26.6,<21.0.0)
trove-classifiers (>=2022.5.19)
keyring (>=25.1.0,<26.0.0)
pyobjc-core; platform_release >= "20.0" and sys_platform == "darwin"
""".strip().splitlines()

ODD = [
    "", " ", "name", " name ", "\tname\t", "A.B-C_D", "name[]", "name[ ]", "name [a, b ,c]", "name[a,]", "name[,a]", "name[a b]",
    "name[a", "name]", "name>=1", "name >= 1 , < 2", "name(>=1)", "name ( >=1 , <2 )", "name()", "name>=1,", "name(>=1,)", "name>=1,,<2",
    "name (>=1", "name >=1)", "name 1.0", "name ==", "name ===1.0", "name === weird", "name ~=1.0", "name==1.*", "name!=1.*", "name==1!2.0",
    "name@https://x.org/a", "name @ https://x.org/a;b", "name @ https://x.org/a ;os_name=='posix'", "name @", "name @ ;", "name @ a b",
    "-name", "_name", "[[[", ";", "name;", "name; ", "; os_name == 'posix'", "name;os_name", "name;os_name==", "name;=='posix'",
    "name;os_name=='posix'", 'name;"posix"==os_name', "name ; 'linux' in sys_platform", "name;os_name=='posix'and(sys_platform=='linux')",
    "name;os_name == 'posix' and", "name;and os_name == 'posix'", "name;os_name == 'posix' os_name == 'nt'", "name;(os_name == 'posix'",
    "name;os_name == 'posix')", "name;()", "name;((os_name=='posix'))", "name;os_name == posix", "name;os_name = 'posix'",
    "name;unknown_name == 'x'", "name;os.name == 'posix'", "name;sys.platform == 'linux'", "name;platform.machine == 'x86_64'",
    "name;platform.version == 'x'", "name;platform.python_implementation == 'PyPy'", "name;python_implementation == 'CPython'",
    "name;os_name == 'posix\"", "name;os_name == \"po'six\"", "name;os_name == 'po\"six'", "name;'posix' == 'posix'",
    "name;'x' in 'xy'", "name;os_name ~= 'posix'", "name;os_name === 'posix'", "name;python_version ~= '3.8'", "name;python_version ~= '3'",
    "name;python_version === '3.12'", "name;python_version == '3.*'", "name;python_version != '3.8.*'", "name;python_version == '3.8.*.*'",
    "name;'3.9' <= python_version", "name;'3.9' > python_version", "name;'3.8' in python_version", "name;python_version in '3.12'",
    "name;python_version  not   in '3.12'", "name;python_version notin '3.12'", "name;python_version not '3.12'", "name;python_version < 'x'",
    "name;python_version >= 'x'", "name;python_version != 'x'", "name;sys_platform >= 'linux'", "name;sys_platform > 'a'",
    "name;sys_platform <= 'linux'", "name;python_full_version < '3.11'", "name;python_full_version <= '3.11.0rc1'",
    "name;python_full_version > '3.11.0b4'", "name;python_full_version == '3.11.*'", "name;python_full_version >= '3.8.10.post1'",
    "name;python_full_version < '3.8.10.post1'", "name;python_full_version >= '3.12.4.dev0'", "name;python_full_version != '3.12.4+local'",
    "name;python_full_version == '3.12.4+local'", "name;python_full_version == '3.12.04.0'", "name;python_full_version >= '0!3.10'",
    "name;python_full_version < '1!0'", "name;python_full_version ~= '3.10.0'", "name;python_full_version ~= '3.8.2.1'",
    "name;python_version >= 'v3.9'", "name;python_version >= ' 3.9 '", "name;python_version >= '3.9c1'", "name;python_version > '3.8-1'",
    "name;implementation_version >= '7.3'", "name;platform_release >= '6'", "name;platform_release == '10'", "name;platform_version == 'x'",
    "name;extra == 'cuda.12'", "name;extra == 'CUDA-12'", "name;extra != 'test'", "name;'test' == extra", "name;extra == ''", "name;extra in 'test dev'",
    "name;extra not in 'all'", "name;extra < 'z'", "name;os_name=='nt' or os_name=='posix' and sys_platform=='darwin'",
    "name;os_name=='nt' and sys_platform=='darwin' or os_name=='posix'", "name;(os_name=='nt' or os_name=='posix') and sys_platform=='darwin'",
    "name;os_name=='posix' or os_name=='nt' or extra=='test' and python_version<'3'", "name; os_name == 'posix' # comment",
    "name>=1;os_name=='posix';extra=='x'", "name AND other", "name; os_name == 'posix' AND os_name == 'posix'", "name ; OS_NAME == 'posix'",
    "naïve", "name;os_name == 'pösix'", "name;" + "(" * 50 + "os_name=='posix'" + ")" * 50, "name;" + " or ".join(["os_name=='nt'"] * 60),
]

RANDOM = random.Random(508)


def pad():
    return RANDOM.choice(["", " ", " ", "  ", "\t"])


def comparison():
    values = {
        "python_version": ["2.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3", "4"],
        "python_full_version": ["3.8.10", "3.10.0", "3.10", "3.11.0", "3.11.0a6", "3.12.4", "3.13.0rc2", "3.9.6.post1"],
        "os_name": ["posix", "nt", "java"],
        "sys_platform": ["linux", "linux2", "win32", "darwin", "cygwin"],
        "platform_system": ["Linux", "Windows", "Darwin"],
        "platform_machine": ["x86_64", "aarch64", "AMD64", "arm64", "s390x"],
        "platform_python_implementation": ["CPython", "PyPy"],
        "implementation_name": ["cpython", "pypy"],
        "implementation_version": ["7.3.17", "3.12", "3.8.10"],
        "extra": ["test", "all", "cuda-12", "Dev", "x"],
    }
    old = {"os_name": "os.name", "sys_platform": "sys.platform", "platform_machine": "platform.machine",
           "platform_python_implementation": "python_implementation"}
    variable = RANDOM.choice(list(values))
    value = RANDOM.choice(values[variable])
    operator = RANDOM.choice(["==", "!=", "<", "<=", ">", ">=", "in", "not in", "==", "~="] if "version" in variable
                             else ["==", "!=", "==", "!=", "in", "not in"])
    if operator in ("in", "not in"):
        value = RANDOM.choice([value, " ".join(RANDOM.sample(values[variable], 2))])
    elif operator == "==" and "version" in variable and RANDOM.random() < 0.2:
        value = ".".join(value.split(".")[:2]) + ".*"
    quote = RANDOM.choice("'\"")
    name = old.get(variable, variable) if RANDOM.random() < 0.2 else variable
    left, right = name, f"{quote}{value}{quote}"
    if RANDOM.random() < 0.15:
        left, right = right, left
    gap = " " if operator in ("in", "not in") else pad()
    return f"{left}{gap}{operator}{gap}{right}"


def marker(depth):
    if depth == 0 or RANDOM.random() < 0.3:
        return comparison()
    parts = [marker(depth - 1) for _ in range(RANDOM.choice([2, 2, 3]))]
    parts = [f"({pad()}{part}{pad()})" if RANDOM.random() < 0.35 else part for part in parts]
    text = parts[0]
    for part in parts[1:]:
        text += f" {RANDOM.choice(['and', 'or'])} {part}"
    return text


GENERATED = [f"name{pad()}{RANDOM.choice(['', '>=1', '(<2,>=1)', '[a]'])}{pad()};{pad()}{marker(3)}{pad()}" for _ in range(250)]


def row(line):
    try:
        requirement = Requirement(line)
    except InvalidRequirement:
        return {"line": line, "read": None}
    truths = []
    for each in ENVIRONMENTS:
        try:
            truths.append(requirement.marker is None or requirement.marker.evaluate(dict(each)))
        except Exception:
            truths.append(None)
    return {
        "line": line,
        "read": {
            "name": canonicalize_name(requirement.name),
            "extras": sorted(map(canonicalize_name, requirement.extras)),
            "versions": sorted(map(str, requirement.specifier)),
            "url": requirement.url,
            "truths": truths,
        },
    }


rows = [row(line) for line in dict.fromkeys(REAL + ODD + GENERATED)]
print("{")
print(f'  "made": "by requirement-oracle.py with packaging {packaging.__version__}, Python {sys.version.split()[0]}",')
print('  "environments": [\n    ' + ",\n    ".join(json.dumps(each) for each in ENVIRONMENTS) + "\n  ],")
print('  "rows": [\n    ' + ",\n    ".join(json.dumps(each) for each in rows) + "\n  ]\n}")
