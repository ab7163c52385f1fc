//! On what somebody is logged in, as coarsely as they themselves would say it.
//!
//! A browser says much more about itself, with version and model; that would tell one person from another, and nobody
//! needs it. Only these two words are kept.

use std::fmt;
use std::str::FromStr;

use crate::code::{UnknownCode, code_enum};

code_enum! {
    /// The program.
    pub enum Browser {
        /// Chrome.
        Chrome = "chrome",
        /// Edge.
        Edge = "edge",
        /// Firefox.
        Firefox = "firefox",
        /// Opera.
        Opera = "opera",
        /// Safari.
        Safari = "safari",
        /// The browser on Samsung's telephones.
        Samsung = "samsung",
        /// Another, or one that does not say.
        Other = "other",
    }
}

code_enum! {
    /// The machine.
    pub enum System {
        /// A telephone or tablet with Android.
        Android = "android",
        /// An iPad that says so; most say that they are a Mac.
        Ipad = "ipad",
        /// An iPhone.
        Iphone = "iphone",
        /// A Chromebook.
        Chromebook = "chromebook",
        /// Linux.
        Linux = "linux",
        /// A Mac.
        Mac = "mac",
        /// Windows.
        Windows = "windows",
        /// Another, or one that does not say.
        Other = "other",
    }
}

/// Program and machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Device {
    /// The program.
    pub browser: Browser,
    /// The machine.
    pub system: System,
}

impl Default for Device {
    fn default() -> Self {
        Self { browser: Browser::Other, system: System::Other }
    }
}

/// Most browsers say that they are several others too: the first word that is there counts.
const BROWSERS: [(&str, Browser); 12] = [
    ("Edg/", Browser::Edge),
    ("EdgA/", Browser::Edge),
    ("EdgiOS/", Browser::Edge),
    ("OPR/", Browser::Opera),
    ("OPX/", Browser::Opera),
    ("SamsungBrowser/", Browser::Samsung),
    ("Firefox/", Browser::Firefox),
    ("FxiOS/", Browser::Firefox),
    ("CriOS/", Browser::Chrome),
    ("Chrome/", Browser::Chrome),
    ("Android", Browser::Other),
    ("Safari/", Browser::Safari),
];

const SYSTEMS: [(&str, System); 7] = [
    ("iPhone", System::Iphone),
    ("iPad", System::Ipad),
    ("Android", System::Android),
    ("Windows", System::Windows),
    ("CrOS", System::Chromebook),
    ("Macintosh", System::Mac),
    ("Linux", System::Linux),
];

impl Device {
    /// From what a browser calls itself (`User-Agent`).
    pub fn from_user_agent(agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(word, _)| agent.contains(word)).map_or(Browser::Other, |(_, browser)| *browser);
        let system = SYSTEMS.iter().find(|(word, _)| agent.contains(word)).map_or(System::Other, |(_, system)| *system);
        Self { browser, system }
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.browser, self.system)
    }
}

impl FromStr for Device {
    type Err = UnknownCode;
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let (browser, system) = text.split_once(' ').ok_or_else(|| UnknownCode(text.to_owned()))?;
        Ok(Self { browser: browser.parse()?, system: system.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_call_themselves() {
        for (agent, code) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
                "chrome android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                "safari iphone",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1",
                "chrome iphone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                "safari mac",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
                "edge windows",
            ),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "firefox windows"),
            (
                "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "samsung android",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
                "chrome chromebook",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 OPR/122.0.0.0",
                "opera linux",
            ),
            ("curl/8.5.0", "other other"),
            ("", "other other"),
        ] {
            let device = Device::from_user_agent(agent);
            assert_eq!(device.to_string(), code, "{agent}");
            assert_eq!(code.parse(), Ok(device));
        }
        assert!("chrome".parse::<Device>().is_err() && "netscape windows".parse::<Device>().is_err());
    }
}
