//! Closed lists: enums whose values have a name outside of the crate.

/// Declares an enum with the name by which each value leaves the crate: as a string of the answers, or by its
/// place in the list where the boundary takes and gives numbers.
///
/// `ALL` is the order of the declaration, which `tests/lists.rs` writes into `src/facts/reader-lists.ts`.
/// Share links store the place in the list, so it is frozen: only append. The lines of the doc comment become
/// the comment of the TypeScript list (`ABOUT`).
macro_rules! named {
    ($(#[doc = $about:literal])+ pub enum $list:ident { $($(#[doc = $meaning:literal])* $value:ident = $name:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list {
            $($(#[doc = $meaning])* #[doc = concat!("\n\nPublished as `", $name, "`.")] $value,)+
        }

        impl $list {
            /// Every value, in the published order.
            pub const ALL: &[Self] = &[$(Self::$value),+];
            /// The lines of the list's doc comment.
            pub const ABOUT: &[&str] = &[$($about),+];

            /// The published name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)+
                }
            }

            /// The place in the list, by which the boundary names the value.
            pub const fn code(self) -> i32 {
                self as i32
            }
        }

        impl serde::Serialize for $list {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use named;
