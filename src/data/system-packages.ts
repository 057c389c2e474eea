/**
 * Which package of a distribution brings a library that is often missing. Debian: looked up in the packages of Debian 12 (Ubuntu has the
 * same names; some end in `t64` since Debian 13 and Ubuntu 24.04, which apt finds by the old name). Fedora and its relatives (RHEL, Amazon),
 * and Alpine: names as in their documentation, not looked up in the packages.
 */
const TABLE: readonly (readonly [library: string, debian: string, fedora: string, alpine: string | null])[] =
  [
    ["libGL.so.1", "libgl1", "libglvnd-glx", "mesa-gl"],
    ["libEGL.so.1", "libegl1", "libglvnd-egl", "mesa-egl"],
    ["libOpenGL.so.0", "libopengl0", "libglvnd-opengl", null],
    ["libGLU.so.1", "libglu1-mesa", "mesa-libGLU", "glu"],
    ["libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib"],
    ["libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib"],
    ["libgobject-2.0.so.0", "libglib2.0-0", "glib2", "glib"],
    ["libgio-2.0.so.0", "libglib2.0-0", "glib2", "glib"],
    ["libgomp.so.1", "libgomp1", "libgomp", "libgomp"],
    ["libgfortran.so.5", "libgfortran5", "libgfortran", "libgfortran"],
    ["libatomic.so.1", "libatomic1", "libatomic", "libatomic"],
    ["libX11.so.6", "libx11-6", "libX11", "libx11"],
    ["libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"],
    ["libXext.so.6", "libxext6", "libXext", "libxext"],
    ["libXrender.so.1", "libxrender1", "libXrender", "libxrender"],
    ["libXcursor.so.1", "libxcursor1", "libXcursor", "libxcursor"],
    ["libXft.so.2", "libxft2", "libXft", "libxft"],
    ["libXi.so.6", "libxi6", "libXi", "libxi"],
    ["libXrandr.so.2", "libxrandr2", "libXrandr", "libxrandr"],
    ["libXinerama.so.1", "libxinerama1", "libXinerama", "libxinerama"],
    ["libXfixes.so.3", "libxfixes3", "libXfixes", "libxfixes"],
    ["libXt.so.6", "libxt6", "libXt", "libxt"],
    ["libXtst.so.6", "libxtst6", "libXtst", "libxtst"],
    ["libSM.so.6", "libsm6", "libSM", "libsm"],
    ["libICE.so.6", "libice6", "libICE", "libice"],
    ["libxcb.so.1", "libxcb1", "libxcb", "libxcb"],
    ["libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"],
    ["libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"],
    ["libfreetype.so.6", "libfreetype6", "freetype", "freetype"],
    ["libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus-libs"],
    ["libasound.so.2", "libasound2", "alsa-lib", "alsa-lib"],
    ["libpulse.so.0", "libpulse0", "pulseaudio-libs", "libpulse"],
    ["libsndfile.so.1", "libsndfile1", "libsndfile", "libsndfile"],
    ["libportaudio.so.2", "libportaudio2", "portaudio", "portaudio"],
    ["libusb-1.0.so.0", "libusb-1.0-0", "libusb1", "libusb"],
    ["libpq.so.5", "libpq5", "libpq", "libpq"],
    ["libnss3.so", "libnss3", "nss", "nss"],
    ["libcrypt.so.1", "libcrypt1", "libxcrypt-compat", null],
    ["libexpat.so.1", "libexpat1", "expat", "libexpat"],
    ["libz.so.1", "zlib1g", "zlib", "zlib"],
    ["libmpi.so.40", "libopenmpi3", "openmpi", "openmpi"],
    ["libopenblas.so.0", "libopenblas0-pthread", "openblas", "openblas"],
  ];

/** How families of systems.json call their packages. */
const FAMILIES: Readonly<Record<string, "debian" | "fedora" | "alpine">> = {
  debian: "debian",
  ubuntu: "debian",
  fedora: "fedora",
  rhel: "fedora",
  amazon: "fedora",
  alpine: "alpine",
};

/** Family → library → package. */
export const systemPackages: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(FAMILIES).map(([family, column]) => [
    family,
    new Map(
      TABLE.flatMap(([library, debian, fedora, alpine]) => {
        const name = { debian, fedora, alpine }[column];
        return name === null ? [] : [[library, name] as const];
      }),
    ),
  ]),
);
