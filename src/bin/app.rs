//! The checker in the browser.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

fn main() {
    let place = document()
        .get_element_by_id("app")
        .expect("index.html holds #app");
    mount_to(place.unchecked_into(), || {
        let (count, set_count) = signal(0);
        view! {
            <button class="nhsuk-button" on:click=move |_| *set_count.write() += 1>
                "Pressed " {count} " times"
            </button>
        }
    })
    .forget();
}
