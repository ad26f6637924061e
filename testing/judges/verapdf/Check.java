// Checks PDF files against one PDF/A flavour with veraPDF and prints one JSON line a file. Run from source:
//   java -cp "<jars>/*" Check.java 2u a.pdf b.pdf
import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Check {
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        for (int i = 1; i < arguments.length; i++) System.out.println(check(flavour, arguments[i]));
    }

    private static String check(PDFAFlavour flavour, String file) {
        try (FileInputStream in = new FileInputStream(file);
                var parser = Foundries.defaultInstance().createParser(in, flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
            return line(file, result.isCompliant(), result.getTotalAssertions(), broken);
        } catch (Exception error) {
            return line(file, false, 0, Map.of("unreadable", String.valueOf(error.getMessage())));
        }
    }

    private static String line(String file, boolean compliant, int checks, Map<String, String> broken) {
        StringBuilder out = new StringBuilder("{\"file\":" + quote(file) + ",\"compliant\":" + compliant);
        out.append(",\"checks\":").append(checks).append(",\"broken\":[");
        String separator = "";
        for (Map.Entry<String, String> entry : broken.entrySet()) {
            out.append(separator).append(quote(entry.getKey() + ": " + entry.getValue()));
            separator = ",";
        }
        return out.append("]}").toString();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }
}
