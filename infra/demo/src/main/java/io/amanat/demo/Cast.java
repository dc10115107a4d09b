package io.amanat.demo;

/** The people of the demo; the platform makes their accounts at its first start. */
record Cast(Session buyer, Session seller, Session resolver, Session guard, Session admin) {
    /** The password of every demo account; for a platform on one's own machine only. */
    static final String PASSWORD = "amanat-demo-password";

    static Cast logIn(Api api) {
        return new Cast(
                person(api, "buyer"),
                person(api, "seller"),
                person(api, "resolver"),
                person(api, "guard"),
                person(api, "admin"));
    }

    private static Session person(Api api, String name) {
        return api.logIn(name + "@demo.amanat.example", PASSWORD);
    }
}
