package atelier.rehearsal;

import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The folder of the user files in which applications of the workstation {@code ada} start, as their account sees it. */
record UserFiles(Workstation workstation) {
    static final String FOLDER = "/files/Users/ada";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes a notebook for Python with a heading, a cell that has run and an empty one. */
    void writeNotebook(String name, String heading, String code, String output) {
        ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata").putObject("kernelspec")
                .put("name", "base").put("display_name", "Python (base)").put("language", "python");
        ArrayNode cells = notebook.putArray("cells");
        cells.addObject().put("cell_type", "markdown").put("id", "heading").put("source", "# " + heading).putObject("metadata");
        codeCell(cells, "result", code).put("execution_count", 7).withArray("outputs").addObject()
                .put("output_type", "stream").put("name", "stdout").put("text", output);
        codeCell(cells, "empty", "").putNull("execution_count");
        write(name, notebook.toString());
    }

    private static ObjectNode codeCell(ArrayNode cells, String id, String code) {
        ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", id).put("source", code);
        cell.putObject("metadata");
        cell.putArray("outputs");
        return cell;
    }

    /** Deletes files by name; none of that name is no mistake. */
    void delete(String... names) {
        for (String name : names) {
            inFolder("rm -f \"$(%s)\"".formatted(decoded(name)));
        }
    }

    private void write(String name, String text) {
        inFolder("%s >\"$(%s)\"".formatted(decoded(text), decoded(name)));
    }

    private void inFolder(String line) {
        workstation.shell("azureuser", "cd " + FOLDER + " && " + line).succeeded();
    }

    // A command line has no other letters than ASCII's for certain.
    private static String decoded(String text) {
        return "base64 --decode <<<" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
