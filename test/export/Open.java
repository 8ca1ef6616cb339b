import java.io.File;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.Degree;
import org.openide.util.Lookup;

/** Opens files in the Gephi Toolkit as Gephi does, and prints what became of them; then runs a statistic, and says which columns are left. */
public class Open {
  public static void main(String[] names) throws Exception {
    for (String name : names) {
      GraphModel model = open(new File(name));
      Graph graph = model.getGraph();
      System.out.printf("%s: %d nodes, %d edges, %s, %s%n", new File(name).getName(), graph.getNodeCount(), graph.getEdgeCount(),
          model.isUndirected() ? "undirected" : "not undirected", model.isDynamic() ? "dynamic" : "static");
      System.out.println("  nodes:" + columns(model.getNodeTable()));
      System.out.println("  edges:" + columns(model.getEdgeTable()));
      Node meeting = graph.getNode("meeting:udcg-26");
      if (meeting != null) System.out.println("  meeting:udcg-26: " + String.valueOf(meeting.getLabel()).replace("\n", "\\n") + " " + meeting.getAttribute("timeset"));
      for (Edge edge : graph.getEdges()) System.out.println("  " + edge.getSource().getId() + " - " + edge.getTarget().getId() + " " + edge.getWeight());
      new Degree().execute(model);
      System.out.println("  nodes after Degree:" + columns(model.getNodeTable()));
    }
  }

  private static GraphModel open(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
  }

  private static String columns(Table table) {
    StringBuilder text = new StringBuilder();
    for (Column column : table) text.append(" ").append(column.getTitle()).append(":").append(column.getTypeClass().getSimpleName());
    return text.toString();
  }
}
