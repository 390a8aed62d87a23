//! One question: may this actor do this to that?
