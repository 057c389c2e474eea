//! Names of libraries that stand in a file as whole strings.
mod common;

use common::run::{PATH, read, stored};
use common::{Library, Value};
use wheelscope_reader::elf::constants::{DT_NEEDED, DT_SONAME};

/// A dynamic entry with a string that nobody reads.
const DT_CONFIG: u64 = 0x6fff_fefa;

fn mentioned(text: &[u8]) -> Vec<String> {
    let library = Library { extra: vec![(".rodata", text.to_vec())], ..Library::default() };
    read(&stored(&library.build())).unwrap().mentioned_libraries
}

#[test]
fn mentioned_libraries() {
    let text =
        b"\0libcuda.so.1\0/usr/lib/libnvrtc.so\0%s/libcudnn_ops.so.9\0libstdc++.so.6.0.30\0lib a.so\0libcuda.so.1\0";
    let expected = ["libcuda.so.1", "libcudnn_ops.so.9", "libnvrtc.so", "libstdc++.so.6.0.30"];
    assert_eq!(mentioned(text), expected);
    let others = [
        "\0lib.so\0",
        "\0xlibfoo.so\0",
        "\0cudaMalloc@libfoo.so.13\0",
        "\0foo.so\0",
        "\0libfoo.so.\0",
        "\0libfoo.so.1a\0",
        "\0libfoo.so.1.\0",
        "\0libfoo.so.debug\0",
        "\0libfoo.so, libbar\0",
        "\0libfoo%s.so1\0",
        "\0libfoo.so",
    ];
    for other in others {
        let text = [other.as_bytes(), b"!"].concat();
        assert!(mentioned(&text).is_empty(), "{other:?}");
    }
    assert_eq!(
        mentioned(b"\0libfoo.so.1.so\0libbar.so.so.2\0\x80liba.so\0"),
        ["liba.so", "libbar.so.so.2", "libfoo.so.1.so"]
    );
    let long = format!("lib{}.so", "x".repeat(122));
    assert_eq!(mentioned(format!("\0{long}\0").as_bytes()), [long.as_str()]);
    assert!(mentioned(format!("\0{long}.1\0").as_bytes()).is_empty());
    assert!(mentioned(format!("\0liba.so.{}\0", "1".repeat(5_000)).as_bytes()).is_empty());
}

#[test]
fn what_is_needed_is_not_mentioned() {
    let own = PATH.rsplit('/').next().unwrap();
    let text = format!("\0libneeded.so.1\0libself.so.2\0{own}\0libother.so\0");
    let dynamic = vec![
        (DT_NEEDED, Value::Text("libneeded.so.1")),
        (DT_SONAME, Value::Text("libself.so.2")),
        // Left over in the dynamic string table, where names for `dlopen` never are.
        (DT_CONFIG, Value::Text("libreplaced.so.1")),
    ];
    let library = |text: String| Library {
        dynamic: dynamic.clone(),
        extra: vec![(".rodata", text.into())],
        ..Library::default()
    };
    let mut entry = stored(&library(text).build());
    assert_eq!(read(&entry).unwrap().mentioned_libraries, ["libother.so"]);
    entry.job.path = "pkg/libother.so".to_owned();
    assert!(read(&entry).unwrap().mentioned_libraries.is_empty());
    let twice = library("\0libreplaced.so.1\0".to_owned());
    assert_eq!(read(&stored(&twice.build())).unwrap().mentioned_libraries, ["libreplaced.so.1"]);
}

#[test]
fn names_without_number() {
    let text: Vec<u8> = (0..1_000).flat_map(|number| format!("\0libx{number:04}.so").into_bytes()).chain([0]).collect();
    let names = mentioned(&text);
    assert_eq!((names.len(), names[0].as_str(), names[199].as_str()), (200, "libx0000.so", "libx0199.so"));
}
