package io.earshot.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;
import org.jboss.logging.Logger;

/** What runs until it is told to stop; the demo is set up once the service answers. */
public final class Service implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger("earshot");

    private final Demo demo;
    private final Settings settings = Settings.read();

    Service(Demo demo) {
        this.demo = demo;
    }

    @Override
    public int run(String... arguments) {
        String address = "http://" + settings.host() + ":" + settings.port() + "/";
        if (List.of(arguments).contains("demo")) {
            demo.prepare();
            LOG.infof("The demo is ready: %s (the shop is at %sdemo/)", address, address);
        }
        Quarkus.waitForExit();
        return 0;
    }
}
