//! The dynamic string table as the loader reads it: names begin anywhere from `DT_STRTAB` on and end with a NUL. It never looks at
//! `DT_STRSZ`, which is only the first guess of how much to read here.
use super::dynamic::Dynamic;
use super::file::File;
use super::view::{Stop, View, string_at};
use crate::error::Error;

const WHAT: &str = "the dynamic string table";
/// Read beyond a name that does not end where the table is said to end.
const MORE: u64 = 64 << 10;

/// Where the table begins, how much is loaded from there on, and how long it calls itself.
#[derive(Clone, Copy)]
pub struct Place {
    offset: u64,
    room: u64,
    said: u64,
}

pub fn place(file: &File, dynamic: &Dynamic) -> Result<Option<Place>, Stop> {
    let Some(address) = dynamic.strings else { return Ok(None) };
    let span = file.locate_table(address, WHAT)?;
    Ok(Some(Place { offset: span.offset, room: span.size, said: dynamic.strings_size.min(span.size) }))
}

impl Place {
    pub fn want(self, view: &View) -> Result<(), Stop> {
        view.want(self.offset, self.said, WHAT)
    }
}

/// Names up to the last NUL of what is at hand.
#[derive(Clone, Copy)]
pub struct Strings<'v, 'a> {
    pub bytes: &'a [u8],
    view: &'v View<'a>,
    place: Option<Place>,
}

impl<'v, 'a> Strings<'v, 'a> {
    pub fn read(view: &'v View<'a>, place: Option<Place>) -> Result<Self, Stop> {
        let held = match place {
            Some(place) => view.held(place.offset, place.said, place.room, WHAT)?,
            None => &[],
        };
        let end = memchr::memrchr(0, held).map_or(0, |last| last + 1);
        Ok(Self { bytes: &held[..end], view, place })
    }

    /// How long the table calls itself.
    pub fn said(&self) -> usize {
        self.place.map_or(0, |place| place.said as usize)
    }

    /// Makes sure that a name which begins here can be read: asks for more of the file if need be.
    pub fn cover(&self, offset: u64) -> Result<(), Stop> {
        let held = self.bytes.len() as u64;
        if offset < held {
            return Ok(());
        }
        let Some(place) = self.place.filter(|place| offset < place.room) else {
            return Err(Error::unreadable("a name lies outside of what is loaded").into());
        };
        let length = offset.max(held).saturating_add(MORE).min(place.room);
        let more = self.view.bytes(place.offset, length, WHAT)?;
        // It is there, and still no NUL ends the name.
        match memchr::memchr(0, &more[offset as usize..]) {
            None if length == place.room => {
                Err(Error::unreadable("a name runs to the end of what is loaded").at(place.offset).into())
            }
            None => Err(Error::limit("a name without an end").at(place.offset).into()),
            Some(_) => Ok(()),
        }
    }

    /// A string of the table; it may be empty.
    pub fn text(&self, offset: u64) -> Result<&'a [u8], Stop> {
        self.cover(offset)?;
        Ok(string_at(self.bytes, offset))
    }

    /// The same where nothing can be without a name: a needed library, a version. A loader fails or takes the program itself for it,
    /// and it is nothing to call fine.
    pub fn name(&self, offset: u64, what: &str) -> Result<&'a [u8], Stop> {
        match self.text(offset)? {
            [] => Err(Error::unreadable(format!("{what} without a name")).into()),
            name => Ok(name),
        }
    }
}
